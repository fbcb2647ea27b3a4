import Autograd
import Chapter5Net
import Exercising

extension Exercise {
  static let fullPreactivation = Exercise(
    "full-preactivation", chapter: 5, .write, "Full pre-activation",
    file: "Chapters/Chapter5/Net/OrderedBlock.swift",
    original: "case .fullPreactivation: conv2(relu(bn2(conv1(relu(bn1(x))))))",
    given: "case .fullPreactivation: conv2(conv1(x))  // norms and ReLUs are missing",
    symptom: """
      The branch of full pre-activation consists of two convolutions and nothing else, which is one linear function. \
      Write the order of He et al. 2016, figure 4 (e).
      """,
    failure: "the output of fullPreactivation",
    hints: """
      The four other cases stand above it. Which one has its norm and ReLU before a convolution already?

      Print the block that `Ordering.fullPreactivation` describes in words, in Ordering.swift.

      Norm, ReLU, convolution, twice: conv2(relu(bn2(conv1(relu(bn1(x)))))).
      """,
    story: """
      Before each convolution a norm and a ReLU: every convolution gets numbers of a known scale, and nothing stands \
      behind the sum.
      """
  ) { probe in
    var random = probe.random
    probe.tellOrderings(using: &random)
  }
}

extension Probe {
  /// Outputs and gradients of a block of each ordering, one that keeps the shape and one that halves.
  mutating func tellOrderings(using random: inout Random) {
    for ordering in Ordering.allCases {
      for (channels, stride) in [(4, 1), (6, 2)] {
        let block = OrderedBlock(4, channels, stride: stride, ordering, using: &random)
        let x = Tape().watch(Tensor.uniform([3, 4, 6, 6], in: -1...1, using: &random))
        let y = block(x)
        tell("the output of \(ordering) with stride \(stride)", y)
        let factors = Tensor.uniform(y.shape, in: -1...1, using: &random)
        let gradient = (factors * y).sum().backward()[x]
        tell(gradient: "the input of \(ordering) with stride \(stride)", gradient)
      }
    }
  }
}
