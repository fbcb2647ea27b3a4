import Datasets

// The names of data sets on the command line.

extension DatasetName {
  /// All names, as part of a sentence.
  static var list: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + names.last!
  }

  /// The sentence for an unknown name; `nil` for a known one.
  static func problem(with name: String) -> String? {
    if DatasetName(rawValue: name) != nil { return nil }
    let guess = nearest(to: name, among: allCases.map(\.rawValue))!
    return "\(name), which is no data set here; it must be \(list). Did you mean \(guess)?"
  }
}
