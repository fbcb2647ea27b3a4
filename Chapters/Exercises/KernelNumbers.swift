/// Numbers from −1 to 1 for probes of kernels, which know nothing of tensors and their `Random`.
struct KernelNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func numbers(_ count: Int) -> [Float] {
    (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 23) - 1
    }
  }
}
