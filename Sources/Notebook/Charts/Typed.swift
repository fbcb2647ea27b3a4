/// A number of a chart as a terminal types it: where there is no Unicode, `10⁻⁴` is `10^-4`.
func typed(_ label: String, isUnicode: Bool) -> String {
  let spaced = label.replacing("\u{2009}", with: " ")
  if isUnicode { return spaced }
  var text = ""
  var isRaised = false
  for character in spaced {
    if let digit = raised[character] {
      text += (isRaised ? "" : "^") + digit
      isRaised = true
    } else {
      text += typedSigns[character] ?? String(character)
      isRaised = false
    }
  }
  return text
}

private let typedSigns: [Character: String] = ["−": "-", "×": "x", "∞": "inf"]
private let raised: [Character: String] = [
  "⁻": "-", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7",
  "⁸": "8", "⁹": "9",
]
