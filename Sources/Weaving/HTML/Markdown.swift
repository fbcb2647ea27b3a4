internal import Ccmark
import Foundation

/// GitHub-flavored Markdown, rendered by GitHub's own library.
enum Markdown {
  static func html(_ text: String) -> String {
    var formulas = Formulas()
    let shielded = formulas.shield(text)
    return alerts(headingIDs(unbroken(formulas.unshield(render(shielded)))))
  }

  private static func render(_ text: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_SMART | CMARK_OPT_FOOTNOTES
    let parser = cmark_parser_new(options)
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    cmark_parser_feed(parser, text, text.utf8.count)
    let document = cmark_parser_finish(parser)
    defer { cmark_node_free(document) }
    let html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser))!
    defer { free(html) }
    return String(cString: html)
  }

  /// Keeps the number at the beginning of a link, that of a chapter, on the line of the next word.
  private static func unbroken(_ html: String) -> String {
    html.replacing(#/(<a href="[^"]*">\d\.) /#) { "\($0.1)\u{A0}" }
  }

  /// Adds GitHub's anchors to headings, so that the same link works there and here.
  private static func headingIDs(_ html: String) -> String {
    html.replacing(#/<h([1-4])>(.*?)</h\1>/#) { match in
      "<h\(match.1) id=\"\(anchor(plain(match.2)))\">\(match.2)</h\(match.1)>"
    }
  }

  /// Marks `> [!NOTE]` and its kind, which GitHub renders but its library does not.
  private static func alerts(_ html: String) -> String {
    html.replacing(#/<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/#) {
      "<blockquote class=\"\($0.1.lowercased())\"><p>"
    }
  }
}

/// GitHub's anchor of a heading: lower case, hyphens for spaces, no punctuation.
func anchor(_ heading: String) -> String {
  heading.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
    .replacing(" ", with: "-")
}
