import Notebook

/// The notebook's printed net, translated into the words of this library.
struct PrintedNet {
  /// Its lines, as PyTorch prints them.
  let theirs: [String]
  /// The same lines as this library would print them.
  let translated: [String]

  init(_ text: String) {
    theirs = text.split(separator: "\n").map(String.init)
    translated = theirs.map(Self.translated)
  }

  /// A number given twice, for height and width, stands once here; what is a default is not printed.
  private static func translated(_ line: String) -> String {
    var line = line.replacing(#/\((\w+)\): /#) { "\($0.1): " }
    line.replace(#/=\((\d+), \1\)/#) { "=\($0.1)" }
    for ending in [", padding=0, dilation=1, ceil_mode=False", ", bias=True"] {
      line.replace(ending, with: "")
    }
    let words = [
      "Conv2d": "Conv2D", "MaxPool2d": "MaxPool2D", "kernel_size=": "kernelSize: ",
      "stride=": "stride: ", "padding=": "padding: ", "in_features=": "", "out_features=": "",
    ]
    for (theirs, ours) in words { line.replace(theirs, with: ours) }
    return line
  }

  /// A row for each layer.
  func table(beside ours: [String]) -> Table {
    var table = Table("in the notebook", "here")
    for (theirs, ours) in zip(theirs, ours) where theirs.contains("=") {
      table.add(theirs.trimmed, ours.trimmed)
    }
    return table
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
