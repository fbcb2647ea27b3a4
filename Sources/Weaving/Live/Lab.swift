/// A lab of the book: a place in a page where the engine answers to what a reader does.
///
///     lab: gradient-norms
///
/// It is a paragraph of its own, which a Markdown file may put in a comment, as in `Quotation`. What the lab does is
/// in `Sources/Weaving/Site/live/labs/gradient-norms.js`; that file also has its title and says what its still
/// picture shows.
package struct Lab: Equatable {
  /// That of its script and of its still picture.
  package let name: String
  /// As plain text.
  package let title: String
  /// What the still picture shows.
  package let picture: String

  init(name: String, title: String, picture: String) {
    (self.name, self.title, self.picture) = (name, title, picture)
  }

  /// The script of a lab, from the top of the repository.
  static func script(_ name: some StringProtocol) -> String {
    "Sources/Weaving/Site/live/labs/\(name).js"
  }

  /// Its still picture, from the top of the repository: what it shows to begin with.
  package var still: String { "Figures/Labs/\(name).svg" }

  /// The lab that a line of prose asks for; `nil` if it asks for none.
  ///
  /// - Parameter read: returns a file's text, given its path from the top of the repository.
  init?(line: Substring, read: (String) throws -> String) rethrows {
    guard let match = line.wholeMatch(of: #/(?:<!-- )?lab: ([a-z0-9-]+)(?: -->)?\s*/#) else {
      return nil
    }
    let script = try read(Self.script(match.1))
    name = String(match.1)
    title = script.firstMatch(of: #/\n +title: "(.*)",\n/#).map { String($0.1) } ?? name
    picture = script.firstMatch(of: #/\n +picture: "(.*)",\n/#).map { String($0.1) } ?? name
  }
}

/// A lab on a page of Markdown, where it cannot run: its still picture.
extension Lab {
  var markdown: String {
    """
    <!-- lab \(name) -->

    ![\(picture)](../../\(still))

    *Lab “\(title)”. In the book it runs in the page: `swift run weave --recorded --open`.*

    \(Self.end)
    """
  }

  static let end: Substring = "<!-- end lab -->"

  /// Parses what `markdown` wrote below its first line.
  init?(name: Substring, markdown: String) {
    guard let picture = markdown.firstMatch(of: #/!\[(.*)\]\(/#),
      let title = markdown.firstMatch(of: #/\*Lab “(.*)”\. /#)
    else { return nil }
    (self.name, self.title, self.picture) = (
      String(name), String(title.1), String(picture.1)
    )
  }
}
