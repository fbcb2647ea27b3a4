import Foundation
import Kernels
import LaneKernels
import OneDNNKernels
import TestSupport
import Testing

@testable import Autograd

// Which kernels run is settled once in a process, by its environment.

@Suite struct KernelsTests {
  @Test(arguments: ["", "onednn", "direct"]) func theFastOnesRunUnlessSaidOtherwise(word: String)
    async
  {
    await #expect(processExitsWith: .success) { [word] in
      setenv("KERNELS", word, 1)
      #expect(kernels is OneDNN.Type)
    }
  }

  @Test func theReadableOnesRunIfAskedFor() async {
    await #expect(processExitsWith: .success) {
      setenv("KERNELS", "reference", 1)
      #expect(kernels is Reference.Type)
    }
  }

  @Test func thoseOfAPageRunIfAskedFor() async {
    await #expect(processExitsWith: .success) {
      setenv("KERNELS", "lanes", 1)
      #expect(kernels is Lanes.Type)
    }
  }

  @Test func anotherWordIsNamed() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      setenv("KERNELS", "fast", 1)
      _ = relu(Tensor(1))
    }
    #expect(
      result?.lastWords
        == "KERNELS is \"fast\"; it may be \"onednn\", \"direct\", \"lanes\" or \"reference\"")
  }
}
