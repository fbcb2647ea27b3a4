/// What the pages of a book have of the engine, for their labs.
package enum PageEngine: Sendable {
  /// The script `live/module.js`, which holds the compiled engine.
  case built(script: String)
  /// Why there is none, as a sentence.
  case missing(String)

  /// The scripts of all labs, in the order they are loaded in.
  static let scripts = [
    "module", "engine", "lab", "numbers", "controls", "scales", "bars", "chart", "images", "paper",
    "blockmaps", "tensors",
  ].map { "live/\($0).js" }

  /// What stands below the still picture of a lab that does not run.
  func note(of lab: Lab) -> String {
    switch self {
    case .built:
      "The picture shows how this lab begins. It runs in a browser with JavaScript and WebAssembly."
    case .missing(let why):
      "The picture shows how this lab begins. It does not run in this book: \(why)"
    }
  }
}
