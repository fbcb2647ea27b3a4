import Autograd
import Safetensors

/// Writes the header of a safetensors file, with errors at a given rate.
struct HeaderText {
  /// One in so many places has an error.
  let rate: Int
  var random: Random
  private var end = 0

  init(rate: Int, _ random: Random) { (self.rate, self.random) = (rate, random) }

  /// The header, and the number of bytes of data in it.
  mutating func file() -> (header: [UInt8], dataByteCount: Int) {
    var members = (0..<random.below(5)).map { "\(name($0)):\(tensor())" }
    if random.chance(of: 3) { members.append(#""__metadata__":\#(metadata())"#) }
    if wrong, let member = members.last { members.append(member) }
    if wrong { members.reverse() }
    let header = "{\(members.joined(separator: wrong ? " " : ","))}"
    let padding = String(repeating: " ", count: random.below(3) * (8 - header.utf8.count % 8))
    return (Array((header + padding).utf8), end)
  }

  private var wrong: Bool { mutating get { random.chance(of: rate) } }

  private mutating func tensor() -> String {
    let type = random.pick(ElementType.allCases)
    let shape = (0..<random.below(4)).map { _ in random.below(5) }
    let start = wrong ? end + random.below(9) - 4 : end
    end = max(0, start + (shape.reduce(type.bitCount, *) + 7) / 8)
    var members = [
      #""dtype":\#(wrong ? odd() : "\"\(type.rawValue)\"")"#,
      #""shape":\#(wrong ? odd() : list(shape))"#,
      #""data_offsets":\#(wrong ? odd() : list([start, end]))"#,
    ]
    if wrong { members.swapAt(0, 2) }
    if wrong { members.removeLast() }
    if wrong { members.append(members[0]) }
    if wrong { members.append(#""more":\#(odd())"#) }
    return wrong ? odd() : "{\(members.joined(separator: ","))}"
  }

  private mutating func list(_ numbers: [Int]) -> String {
    let texts = numbers.map { wrong ? HostileNumbers.text(&random) : "\($0)" }
    return "[\(texts.joined(separator: wrong ? ",," : ","))]"
  }

  private mutating func name(_ number: Int) -> String {
    wrong ? random.pick(Self.oddNames) : "\"layer\(number).weight\""
  }

  private mutating func metadata() -> String {
    wrong ? odd() : #"{"format":"pt","words":\#(wrong ? odd() : "\"a \\u00e9 \\ud83d\\ude42\"")}"#
  }

  /// A value of the wrong type.
  private mutating func odd() -> String {
    random.chance(of: 8) ? random.pick(Self.long) : HostileNumbers.text(&random)
  }

  private static let oddNames = [
    #""""#, "\"\u{E9}\"", "\"e\u{301}\"", #""\u0061""#, #""a""#, #""\u0000""#, #""__metadata__""#,
    "\"\(String(repeating: "x", count: 300))\"", marks, "a", "1", "null", "\"\u{202E}\"",
  ]

  /// A letter with combining marks of two kinds in turns, which comparison must sort.
  private static let marks = "\"a\(String(repeating: "\u{301}\u{316}", count: 15_000))\""

  private static let long = [
    String(repeating: "[", count: 20_000), String(repeating: #"{"a":"#, count: 20_000),
    "[" + String(repeating: "0,", count: 5_000) + "0]", marks,
    "\"" + String(repeating: "\\u0041", count: 3_000) + "\"",
    "-" + String(repeating: "1", count: 9_000),
  ]
}
