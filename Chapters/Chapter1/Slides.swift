// The slides of what stands in `main.swift`, by section; those of a part stand in it, beside their code.

// slide(title): Why deep nets stop learning
// note: Thirty layers, built like two that learn, learn nothing. A shortcut around each of them changes that.
// say: Who has trained a net of more than ten layers without shortcuts or norms, and what happened? Today: the reason, by
//   hand, on a tape and in a net; then a second reason, which is not the same.

// ## A product of derivatives

// slide: Thirty sigmoids in a row have a derivative of {thirty}
// number: thirty = 30 | by hand
// show: table sigmoids | ¼ so many times | by hand | from the tape
// rows: 1 | 5 | 10 | 30 | 50 | 100
// note: The chain rule multiplies the derivatives on the way; that of a sigmoid is a quarter at most.
// say: Each factor is y (1 − y), where y is the sigmoid's result. The last line: the tape holds Floats, and below 1.4 · 10⁻⁴⁵
//   these are 0. Such a gradient is said to vanish.

// ## Thirty layers

// slide: A residual layer adds its input to what a plain layer computes
// show: formula \text{plain: } y = f(Wx + b) … \text{residual: } y = x + f(Wx + b)
// say: 784 pixels become 64 numbers, 28 layers make 64 of 64, the last one makes ten scores. For f: a sigmoid, a tanh or a
//   ReLU. Step: the same layer with a shortcut around it.

// slide: The first of thirty plain layers gets next to no gradient
// number: plain = sigmoid, plain | first : last
// number: residual = sigmoid, residual | first : last
// show: figure gradients
// say: Before any training: the gradient norm of each layer's weight, six nets. With sigmoids the first layer gets {plain} of what
//   the last one gets; with shortcuts {residual:2}. Under ReLU with shortcuts it is far too much; that comes back later.

// slide: Along the shortcuts the gradient comes back as it was
// show: figure tape-residual
// say: The tape of six layers with a shortcut around four of them, after one backward pass. On each shortcut stands the same
//   number; the branches bring a tenth of it. So the first layer's weights get a gradient, too.

// ## Trained

// slide: Plain nets guess; with shortcuts, sigmoid and tanh learn
// show: table net | test accuracy
// rows: sigmoid, plain | sigmoid, residual | tanh, plain | tanh, residual | relu, plain | relu, residual | relu, residual, a tenth
// note: 300 batches, five seeds. With a tenth of the usual first weights, ReLU with shortcuts learns, too.
// say: One picture in ten is right by chance. ReLU with shortcuts: what its layers add is never negative, so the sums grow until
//   the loss is no number. Nor are shortcuts the only cure; with He's first weights the plain net begins to learn.

// ## Depth that harms without vanishing

// slide: With norms no gradient vanishes, and depth still does harm
// number: growth = plain 54 | first : last
// show: figure depths-gradients
// say: Small copies of He's nets, with batch norms. Before training no gradient vanishes; in the deepest plain net it even
//   grows on the way back, to {growth:0} times that of the last layer. Where from?

// ## Fifteen epochs, five seeds

// slide(end): What to remember
// item: Through plain layers derivatives multiply; a product of many small ones vanishes.
// item: A shortcut adds 1 to each factor: the gradient comes along the short paths.
// item: Weights must begin so large that numbers keep their size; with ReLU that is Kaiming's initialization.
// item: With norms no gradient vanishes, and still the deep plain net is worse: degradation.
// next: Chapter 2 builds the block that can do nothing by adding zero.
// say: Back to the first question. Which of the two reasons was yours?
