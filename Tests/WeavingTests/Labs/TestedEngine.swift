import TestSupport

@testable import Weaving

extension PageEngine {
  /// The engine of the book that is tested; compiled once, in half a minute, unless `weave` has done so.
  static let tested: PageEngine = {
    do { return try compiled(in: repository).engine } catch { return .missing("\(error)") }
  }()

  var isBuilt: Bool { if case .built = self { true } else { false } }
}
