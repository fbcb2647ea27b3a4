import Autograd
import Chapter5Net
import Exercising

extension Exercise {
  static let lateShortcut = Exercise(
    "late-shortcut", chapter: 5, .find, "A shortcut that begins too late",
    file: "Chapters/Chapter5/Net/OrderedBlock.swift",
    original: "{ afterSum(shortcut(x) + branch(x)) }",
    given: "{ afterSum(shortcut(ordering == .fullPreactivation ? relu(bn1(x)) : x) + branch(x)) }",
    symptom: """
      Along 54 layers with full pre-activation numbers grow to a size of 1.35 only, and should grow to 4.02 \
      (seed 1).
      """,
    failure: "the output of fullPreactivation",
    hints: """
      Let the branch be zero. What does such a block return, and what should it?

      Print the size of the features behind each block: `net.features(x)`.

      Norm and ReLU belong to the branch alone. The shortcut takes x as it came: shortcut(x).
      """,
    story: """
      Where a block changes the shape, He et al. share the first norm and ReLU on purpose (section 4.1). In a block \
      that keeps it, the identity goes around everything, or it is none.
      """,
    source: "pytorch-cifar, issue 9, where the shape stays",
    figure: .curve(
      "The size of the features along the blocks of a net of 54 layers",
      of: "the size behind each block", x: "block", y: "size behind it")
  ) { probe in
    var random = probe.random
    probe.tellOrderings(using: &random)
    let net = NarrowResNet(depth: 54, .fullPreactivation, using: &random)
    let tape = Tape()
    let features = net.features(Tensor.normal([4, 1, 28, 28], using: &random).on(tape))
    probe.tell("the size behind each block", features.dropFirst().map(size), within: 1e-2)
  }
}
