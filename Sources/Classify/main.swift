import ArgumentParser
import Datasets
import Foundation
import Notebook

/// Classifies a picture with a net from a file: the most probable classes, in order.
struct Classify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Classifies a picture with a net from a file.",
    discussion: """
      swift run classify photo.jpg --weights resnet18.safetensors
      swift run classify --dataset fashion-mnist --row 17 --weights net.safetensors
      swift run classify digit.png --invert --weights net.safetensors

      Which net it is, how deep and how wide, is read from the names and shapes in the file. Known are \
      torchvision's ResNets and those of chapters 2, 4 and 5.

      Pictures are made as large as those the net was trained on: the shorter side is resized, and a \
      square is cut from the center. Transparent pixels are laid on white; of 16-bit numbers the higher \
      byte is taken. The orientation that a camera notes in a photograph (EXIF) is ignored, as in \
      torchvision, and a note says so; with --upright the picture is turned.

      The prefixes module., _orig_mod., model., net., backbone. and head. before the names in a file are \
      taken off, and a note says so.

      For ResNet-50, 101 and 152 torchvision has two sets of weights, with the same names and shapes. A \
      file is taken for IMAGENET1K_V2 if its name or its metadata say so, as resnet50-11ad3fa6.safetensors \
      does, and else for IMAGENET1K_V1. A note says which was taken; --resize 232 or 256 chooses.
      """)

  @Argument(help: .init("A PNG or JPEG file.", valueName: "picture"))
  var picture: String?

  @Option(
    help: .init(
      "The net: a file of a chapter's --save, or weights from PyTorch (.safetensors).",
      valueName: "file"))
  var weights: String

  @Option(
    help: .init(
      "The data set of --row; if the net's file names no classes, they have its names: \(names(of: DatasetName.self)).",
      valueName: "name")
  )
  var dataset: String?

  // `unconditional`, so that -1 is read as a number and reported as one that is out of range.
  @Option(
    parsing: .unconditional,
    help: .init("A test picture of the data set; the first is 0.", valueName: "n"))
  var row: Int?

  @Option(parsing: .unconditional, help: .init("How many classes to name.", valueName: "n"))
  var top = 5

  @Option(help: .init("A text file with the name of a class in each line.", valueName: "file"))
  var labels: String?

  @Option(
    parsing: .unconditional,
    help: .init(
      "How many pixels to make the shorter side. (default: as in training; 256 for ImageNet, or 232 for IMAGENET1K_V2)",
      valueName: "pixels"))
  var resize: Int?

  @Flag(help: "Turn the picture as its camera has noted (EXIF); without it, it is taken as stored.")
  var upright = false

  @Flag(help: "Swap black and white first: MNIST's digits are white on black.")
  var invert = false

  @Flag(help: "Print a JSON object instead, with the score of every class.")
  var json = false

  @Option(
    help: .init("The folder in which data sets are looked for first.", valueName: "path"))
  var dataDirectory: String?

  func run() throws {
    let classification = try Classification(Request(self), self)
    if json { print(try classification.json()) } else { classification.show() }
  }
}

Classify.main()
