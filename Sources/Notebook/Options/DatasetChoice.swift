/// The data sets a reader can ask for, by the names used on a command line.
public enum DatasetChoice: String, CaseIterable, Sendable {
  case mnist
  case fashionMNIST = "fashion-mnist"
  case drawn

  /// The names as prose.
  static var list: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + names.last!
  }

  /// What to tell somebody who asked for a data set that does not exist.
  static func problem(with name: String) -> String? {
    if DatasetChoice(rawValue: name) != nil { return nil }
    let guess = nearest(to: name, among: allCases.map(\.rawValue))!
    return "\(name), which is no data set here; it must be \(list). Did you mean \(guess)?"
  }
}
