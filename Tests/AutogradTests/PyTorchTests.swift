import Autograd
import Foundation
import TestSupport
import Testing

@Suite struct PyTorchTests {
  @Test(arguments: try FixtureCase.load("operations"))
  func anOperationAgreesWithPyTorch(fixture: FixtureCase) {
    expectSameAsPyTorch(fixture)
  }

  /// In a process of its own, because which kernels run is settled once in a process.
  @Test func soDoTheReadableKernels() async {
    await #expect(processExitsWith: .success) {
      setenv("KERNELS", "reference", 1)
      for fixture in try FixtureCase.load("operations") { expectSameAsPyTorch(fixture) }
    }
  }

  @Test func noOperationIsLeftOut() throws {
    let compared = Set(try FixtureCase.load("operations").map { $0.operation.lowercased() })
    let folder = URL(filePath: #filePath).appending(path: "../../../Sources/Autograd/Ops")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.standardized.path)
    #expect(compared == Set(files.map { $0.dropLast(".swift".count).lowercased() }))
  }
}

/// The same result to five digits, and the same gradient of every input to four.
private func expectSameAsPyTorch(_ fixture: FixtureCase) {
  let names = ["x", "weight", "bias", "b"].filter { fixture[$0] != nil }
  let tape = Tape()
  let inputs = names.reduce(into: [:]) { $0[$1] = tape.watch(fixture[$1]!) }
  let y = apply(fixture, to: inputs)
  let name = fixture.testDescription
  expectClose(y, fixture["y"]!, tolerance: 1e-5, "y of \(name),")

  // A sum weighted by dy hands just dy back to what was summed.
  let gradients = (y * fixture["dy"]!).sum().backward()
  for input in names {
    expectClose(
      gradients[inputs[input]!]!, fixture["d\(input)"]!, tolerance: 1e-4, "d\(input) of \(name),")
  }
}
