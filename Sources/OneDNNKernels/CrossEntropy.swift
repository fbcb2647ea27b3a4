import Kernels

extension OneDNN {
  // A few hundred numbers a step: what there is to gain here is too little to write it twice.

  public static func crossEntropy(_ logits: Buffer, _ labels: [Int]) -> (loss: Float, p: Buffer) {
    Reference.crossEntropy(logits, labels)
  }

  public static func crossEntropyGradient(_ dy: Float, _ p: Buffer, _ labels: [Int]) -> Buffer {
    Reference.crossEntropyGradient(dy, p, labels)
  }
}
