import Autograd
import Layers
import TestSupport
import Testing

// The layers that learn nothing.

@Suite struct PlainLayersTests {
  private let x = Tensor.ramp([2, 3, 4, 4])

  @Test func activationsAreTheOperationsOfTheirNames() {
    #expect(ReLU()(x).scalars == relu(x).scalars)
    #expect(Sigmoid()(x).scalars == sigmoid(x).scalars)
    #expect(GELU()(x).scalars == gelu(x).scalars)
    #expect(Tanh()(x).scalars == tanh(x).scalars)
    #expect(
      ([ReLU(), GELU(), Sigmoid(), Tanh()] as [any Layer]).map(\.description) == [
        "ReLU()", "GELU()", "Sigmoid()", "Tanh()",
      ])
  }

  @Test func flattenMakesARowOfEachImage() {
    #expect(Flatten()(x).shape == [2, 48])
    #expect(Flatten()(x).scalars == x.scalars)
    #expect(Flatten().description == "Flatten()")
  }

  @Test(
    arguments: [
      (MaxPool2D(kernelSize: 2).description, "MaxPool2D(kernelSize: 2, stride: 2)"),
      (MaxPool2D(kernelSize: 3, stride: 1).description, "MaxPool2D(kernelSize: 3, stride: 1)"),
      (
        MaxPool2D(kernelSize: 3, stride: 2, padding: 1).description,
        "MaxPool2D(kernelSize: 3, stride: 2, padding: 1)"
      ),
      (AveragePool2D(kernelSize: 2).description, "AveragePool2D(kernelSize: 2, stride: 2)"),
      (
        AveragePool2D(kernelSize: 3, stride: 2, padding: 1).description,
        "AveragePool2D(kernelSize: 3, stride: 2, padding: 1)"
      ),
      (GlobalAveragePool2D().description, "GlobalAveragePool2D()"),
    ])
  func aPoolingSaysItsSettings(description: String, wanted: String) {
    #expect(description == wanted)
  }

  @Test func aPoolingIsTheOperationWithItsSettings() {
    let pool = MaxPool2D(kernelSize: 3, stride: 2, padding: 1)
    #expect(pool(x).shape == [2, 3, 2, 2])
    #expect(pool(x).scalars == maxPool2D(x, kernelSize: 3, stride: 2, padding: 1).scalars)
    #expect(MaxPool2D(kernelSize: 2)(x).scalars == maxPool2D(x, kernelSize: 2).scalars)
  }

  @Test func anAveragePoolingIsTheOperationWithItsSettings() {
    let pool = AveragePool2D(kernelSize: 3, stride: 2, padding: 1)
    #expect(pool(x).shape == [2, 3, 2, 2])
    #expect(pool(x).scalars == averagePool2D(x, kernelSize: 3, stride: 2, padding: 1).scalars)
    #expect(AveragePool2D(kernelSize: 2)(x).scalars == averagePool2D(x, kernelSize: 2).scalars)
    #expect(GlobalAveragePool2D()(x).scalars == globalAveragePool2D(x).scalars)
  }
}
