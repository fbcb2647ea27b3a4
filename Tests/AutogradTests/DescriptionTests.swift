import Autograd
import Testing

@Suite struct DescriptionTests {
  @Test(
    arguments: [
      (Tensor(2.5).description, "2.5"),
      (Tensor([], shape: [0]).description, "[]"),
      (Tensor([1, -2, 0.5], shape: [3]).description, "[1, -2, 0.5]"),
      (Tensor([1, 2, 3, 4], shape: [2, 2]).description, "[[1, 2],\n [3, 4]]"),
      (Tensor([1, 2], shape: [2, 1, 1]).description, "[[[1]],\n [[2]]]"),
      (Tensor([1 / 3, 2 / 3, -0.00001], shape: [3]).description, "[0.3333, 0.6667, 0]"),
      (Tensor([.nan, .infinity, 1e10], shape: [3]).description, "[nan, inf, 1e+10]"),
      (
        Tensor.zeros([64]).description,
        "[\([String](repeating: "0", count: 64).joined(separator: ", "))]"
      ),
      (Tensor.zeros([5, 13]).description, "Tensor[5, 13]"),
    ])
  func aTensorIsItsNumbersInBrackets(description: String, wanted: String) {
    #expect(description == wanted)
  }
}
