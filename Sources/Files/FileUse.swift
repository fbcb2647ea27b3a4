/// What a reader wants a file to hold.
package enum FileUse: Sendable {
  case weights, data, picture, text

  /// Which files are read for it.
  var wanted: String {
    switch self {
    case .weights: "a safetensors file was wanted"
    case .data: "an IDX file as MNIST's, gzipped or not, was wanted"
    case .picture: "a PNG or a JPEG picture was wanted"
    case .text: "a text file in UTF-8 was wanted, with a name in each line"
    }
  }

  /// What is not there if the file only points to it.
  var missing: String {
    switch self {
    case .weights: "the weights themselves were not fetched"
    case .data: "the data themselves were not fetched"
    case .picture: "the picture itself was not fetched"
    case .text: "the text itself was not fetched"
    }
  }
}
