// The slides of what stands in `main.swift`, by section; those of a part stand in it, beside their code.

// slide(title): Which comes first
// note: conv-BN-ReLU or BN-ReLU-conv: what the order in a block changes, and what it does not.
// say: The pre-activation notebook ends with the remark that its order is easier to train. Do its own numbers say so?

// ## Three blocks

// slide: The blocks differ in what stands behind the sum
// show: formula \text{conv-BN-ReLU: } y = \mathrm{ReLU}\bigl(x + F(x)\bigr) … \text{BN-ReLU-conv: } y = x + F(x)
// say: On the left a ReLU behind the sum; in the other two nothing. What goes in can come out unchanged only without it.

// slide: A ReLU behind the sum stops everything negative
// number: post = and out come […, -2, -2]
// number: pre = and out come [0, …, -2]
// show: number post = comes out of conv-BN-ReLU | pre = comes out of BN-ReLU-conv
// note: −2 goes in, and the convolutions are zero.
// say: With weights of zero the branch adds nothing. The pre-activation block is then the identity; the other is a ReLU.

// ## Ten epochs, three seeds

// slide: In ten epochs, the old order is ahead on what it learns from
// show: figure ten-epochs
// say: In all ten epochs, in the notebook and here, from three seeds. On the test pictures neither is ahead: the notebook's best
//   accuracies are both 0.917. So easier to train is not what these epochs show.

// ## What running statistics remember

// slide: Evaluated with running statistics, accuracy jumps
// number: lost = ✓ recorded: what the running ones lose, on got …
// show: figure statistics-convFirst
// say: The nets are as good; it is the evaluation that fails. Running statistics lag by about ten batches, and at a rate of 0.1 the
//   weights go far in ten batches. On average that costs {lost:1%} of the test pictures. Report fresh statistics.

// slide: It is not this engine: PyTorch and MXNet jump, too
// show: table epoch | notebook | recorded | PyTorch 2.15 | MXNet 1.9.1
// rows: 1 + BN-ReLU-conv | 2 + BN-ReLU-conv | 3 + BN-ReLU-conv | 4 + BN-ReLU-conv
// note: Test accuracy of BN-ReLU-conv with running statistics; recorded: three seeds.
// say: The same training in PyTorch, and the beginning of one in MXNet, a run each. How the notebook came by its smooth columns we do
//   not know.

// ## Five orderings, trained

// slide: At 110 layers, only the pre-activations keep learning
// number: original = original + 110 | test error, %, recorded
// number: full = full pre-activation + 110 | test error, %, recorded
// show: figure orderings
// say: Three seeds, three epochs. At 54 layers the original is nearly as good. At 110 it is {original} % against {full} %: it has a ReLU
//   on its main path behind each block. The paper trained for 64,000 batches and found smaller differences.

// ## What is on the shortcut

// slide: The best thing on a shortcut is nothing
// show: table shortcut | test error, %, recorded | He 2016, 110 layers on CIFAR-10, %
// note: 54 layers, three seeds, three epochs.
// say: A 1 × 1 convolution could learn to be the identity, so it could do all the other can, and more. It does not. Half of x, 26 times
//   over, is a 67-millionth of x.

// slide(end): What to remember
// item: Norm and ReLU first do not by themselves make a net easier to train.
// item: At a high learning rate, compare nets with fresh statistics.
// item: Behind the sum nothing should stand: a norm there makes the gradient grow a millionfold.
// item: On the shortcut nothing should stand, not even a convolution.
// next: Read He et al. 2016, figure 4 and table 1, with these numbers beside you.
// say: Which of these would you have predicted an hour ago?
