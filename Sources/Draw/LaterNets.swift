import Chapter7Blocks
import Layers

/// The blocks of chapter 7, from papers later than 2015.
let chapter7 = [
  DrawableNet(
    name: "resnext", title: "ResNeXt",
    summary: "chapter 7: two blocks of ResNeXt, 32 branches each",
    input: [256, 56, 56], leastSide: 1
  ) {
    Sequential(
      ResNeXtBlock(256, 256, cardinality: 32, width: 4, using: &$0),
      ResNeXtBlock(256, 512, stride: 2, cardinality: 32, width: 8, using: &$0))
  },
  DrawableNet(
    name: "squeeze-excitation", summary: "chapter 7: two blocks with a factor for each channel",
    input: [64, 56, 56], leastSide: 1
  ) {
    Sequential(
      SqueezeExcitationBlock(64, 64, using: &$0),
      SqueezeExcitationBlock(64, 128, stride: 2, using: &$0))
  },
  DrawableNet(
    name: "dense", summary: "chapter 7: a dense block of four layers", input: [16, 28, 28],
    leastSide: 1
  ) { DenseBlock(16, growth: 12, layers: 4, using: &$0) },
  DrawableNet(
    name: "unet", title: "U-Net", summary: "chapter 7: a U-Net with two poolings",
    input: [1, 28, 28], leastSide: nil
  ) { UNet(1, 2, width: 8, using: &$0) },
  DrawableNet(
    name: "transformer", summary: "chapter 7: a Transformer of two blocks for sixteen patches",
    input: [1, 28, 28], leastSide: nil
  ) { PatchTransformer(depth: 2, .preNorm, using: &$0) },
  DrawableNet(
    name: "transformer-post-norm", summary: "chapter 7: the same with norms behind the sums",
    input: [1, 28, 28], leastSide: nil
  ) { PatchTransformer(depth: 2, .postNorm, using: &$0) },
  DrawableNet(
    name: "hyper-connections",
    summary: "chapter 7: a Transformer of one block whose main path is four streams, mixed freely",
    input: [1, 28, 28], leastSide: nil
  ) { StreamTransformer(depth: 1, .free, using: &$0) },
]
