import Sentences

/// The two IDX files of a set, one of images and one of labels, put together.
extension LabeledImages {
  /// Images with their labels; `side` is the height and width that the images must have, if any.
  package init(
    images: IDXFile, labels: IDXFile, classNames: [String], side: Int? = nil
  ) throws {
    let (height, width) = (images.dimensions[1], images.dimensions[2])
    if let side, height != side || width != side {
      throw SentenceError(
        "\(images.name): its images are \(height)×\(width); wanted are \(side)×\(side)")
    }
    guard images.dimensions[0] == labels.dimensions[0] else {
      throw SentenceError(
        "\(images.name) holds \(images.dimensions[0]) images, but \(labels.name) holds "
          + "\(labels.dimensions[0]) labels; each image needs one")
    }
    let highest = classNames.count - 1
    if let wrong = labels.payload.firstIndex(where: { $0 > highest }) {
      throw SentenceError(
        "\(labels.name): label \(wrong - labels.payload.startIndex), counted from 0, is "
          + "\(labels.payload[wrong]); the classes are 0 to \(highest)")
    }
    self.init(
      pixels: Array(images.payload), labels: labels.payload.map(Int.init), height: height,
      width: width, classNames: classNames)
  }
}
