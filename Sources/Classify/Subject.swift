import Datasets
import Foundation
import Images
import Notebook
import Sentences

/// What is to be classified: a picture, its name, and its true class if that is known.
struct Subject {
  let picture: RGBImage
  /// Its name in sentences: the path of its file, as it was given.
  let name: String
  /// The true class, an index into `classNames`; `nil` for a picture from a file.
  var truth: Int?
  var classNames: [String]?
  /// What a reader may not expect: that the picture must be turned, or where the data set was found.
  var remark: String?
}

extension Subject {
  /// - Parameters:
  ///   - turnedUpright: whether a picture in a file is turned as its camera has noted.
  ///   - directory: where data sets are looked for first.
  /// - Throws: an error that says which file or row could not be read, and why.
  init(_ source: Request.Source, turnedUpright: Bool, in directory: String?) throws {
    switch source {
    case .file(let file): try self.init(file, turnedUpright: turnedUpright)
    case .row(let row, let set): try self.init(row: row, of: set, in: directory)
    }
  }

  private init(_ file: URL, turnedUpright: Bool) throws {
    let stored = try RGBImage(file)
    picture = turnedUpright ? stored.upright : stored
    name = file.relativePath
    guard stored.orientation != .upright else { return }
    remark =
      "\(name) is to be turned, by its EXIF data: \(stored.orientation). "
      + (turnedUpright
        ? "That was done."
        : "It is classified as it is stored, as in torchvision; --upright turns it.")
  }

  /// A picture of a data set's test part, by its row.
  private init(row: Int, of set: DatasetName, in directory: String?) throws {
    let data = try Dataset.loadShowingProgress(set, from: directory)
    remark = data.remark
    guard data.test.labels.indices.contains(row) else {
      throw SentenceError(
        "--row is \(row); \(data.name) has \(data.test.count) test pictures, the first of which is 0"
      )
    }
    picture = RGBImage(
      gray: data.test.picture(at: row), height: data.test.height, width: data.test.width)
    name = "test picture \(row) of \(data.name)"
    (truth, classNames) = (data.test.labels[row], data.test.classNames)
  }

  /// The picture for the terminal.
  func shown(caption: String) -> GrayImage {
    GrayImage(picture.plane(0), height: picture.height, width: picture.width, caption: caption)
  }
}
