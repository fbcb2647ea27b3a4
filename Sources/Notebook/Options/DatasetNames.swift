import Datasets

// Data sets as readers name them on a command line.

extension DatasetName {
  /// The names as prose.
  static var list: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + names.last!
  }

  /// What to tell somebody who asked for a data set that does not exist.
  static func problem(with name: String) -> String? {
    if DatasetName(rawValue: name) != nil { return nil }
    let guess = nearest(to: name, among: allCases.map(\.rawValue))!
    return "\(name), which is no data set here; it must be \(list). Did you mean \(guess)?"
  }
}
