/// What the ResNet-18 notebook printed, to stand beside what this machine prints.
enum Published {
  /// One line per epoch, as far as it went; the third was interrupted.
  static let epochs = [
    (loss: 0.3853, trainAccuracy: 0.859, testAccuracy: 0.889, seconds: 562.0),
    (loss: 0.1235, trainAccuracy: 0.908, testAccuracy: 0.901, seconds: 559.0),
  ]

  /// The shape after each layer, of an image of 1 × 224 × 224.
  static let shapes: [(name: String, shape: [Int])] = [
    ("0", [1, 64, 112, 112]), ("1", [1, 64, 112, 112]), ("2", [1, 64, 112, 112]),
    ("3", [1, 64, 56, 56]), ("resnet_block1", [1, 64, 56, 56]),
    ("resnet_block2", [1, 128, 28, 28]), ("resnet_block3", [1, 256, 14, 14]),
    ("resnet_block4", [1, 512, 7, 7]), ("global_avg_pool", [1, 512, 1, 1]), ("fc", [1, 10]),
  ]

  /// The numbers of parameters of torchvision's nets, for color pictures and a thousand classes.
  static let torchvisionCounts = [
    18: 11_689_512, 34: 21_797_672, 50: 25_557_032, 101: 44_549_160, 152: 60_192_808,
  ]
}
