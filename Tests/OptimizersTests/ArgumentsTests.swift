import Autograd
import Optimizers
import TestSupport
import Testing

/// What holds for every optimizer.
@Suite struct ArgumentsTests {
  @Test func aParameterThatIsGivenTwiceIsMovedOnce() {
    let (a, b) = (Parameter(Tensor(1)), Parameter(Tensor(1)))
    SGD([a, b, a], learningRate: 0.5).step((3 * a.on(Tape())).backward())
    #expect(a.value.scalar == -0.5)
    let adam = Adam([b, b], learningRate: 0.5)
    adam.step((3 * b.on(Tape())).backward())
    #expect(abs(b.value.scalar - 0.5) < 1e-5)
    #expect(adam.state.integers == ["0.step": 1])
  }

  @Test(arguments: ["nan", "inf", "-1.0"])
  func aLearningRateIsANumberAndNotNegative(text: String) async {
    let atFirst = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [text] in
      _ = SGD([Parameter(Tensor(1))], learningRate: Float(text)!)
    }
    let later = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [text] in
      Adam([Parameter(Tensor(1))]).learningRate = Float(text)!
    }
    let words = "learningRate is \(text), but must be a number, and not negative"
    #expect(atFirst?.lastWords == "SGD: \(words)")
    #expect(later?.lastWords == "Adam: \(words)")
  }

  @Test func anOptimizerOfAnotherNetSaysSo() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let (old, new) = (Parameter(Tensor(1)), Parameter(Tensor(1)))
      SGD([old], learningRate: 1).step((3 * new.on(Tape())).backward())
    }
    #expect(
      result?.lastWords
        == "SGD: the loss depends on none of its 1 parameter; was it made for another net?")
  }
}
