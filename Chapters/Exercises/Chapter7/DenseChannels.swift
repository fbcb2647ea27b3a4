import Autograd
import Chapter7Blocks
import Exercising

extension Exercise {
  static let denseChannels = Exercise(
    "dense-channels", chapter: 7, .predict, "Concatenated, not added",
    questions: [
      "the channels that DenseBlock(16, growth: 12, layers: 4) returns",
      "the channels that its last convolution is given",
    ],
    symptom: """
      Each layer of a dense block is given what all before it returned, and adds 12 channels behind them. It begins with \
      16. How many channels come out of four layers, and how many is the last convolution given?
      """,
    hints: """
      Nothing is summed here: channels are put behind each other, those of the input included.

      Print the shapes of `block.convs.map(\\.weight.value)`.

      16 + 4 · 12 = 64 come out, and the last convolution is given 16 + 3 · 12 = 52.
      """,
    story: """
      Channels, and with them the cost of each layer, grow with the depth. A sum keeps them as they are, which is why \
      residual blocks can be a hundred in a row.
      """
  ) { probe in
    var random = probe.random
    let block = DenseBlock(16, growth: 12, layers: 4, using: &random)
    probe.tell(
      "the channels that DenseBlock(16, growth: 12, layers: 4) returns",
      block(.zeros([1, 16, 4, 4])).shape[1])
    probe.tell(
      "the channels that its last convolution is given", block.convs.last!.weight.value.shape[1])
  }
}
