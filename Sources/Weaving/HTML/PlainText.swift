/// The plain text of an HTML fragment such as a heading.
func plain(_ html: some StringProtocol) -> String {
  String(html).replacing(#/<[^>]*>/#, with: "").replacing("&lt;", with: "<")
    .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
}
