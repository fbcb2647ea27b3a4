import Autograd

/// Mutations of a file of any format.
enum Mutation: CaseIterable {
  case hostileField, hostileNumber, truncation, rubbish, flips, splice, deletion, repetition, fill
}

extension Specimen {
  /// Applies one random mutation; `other` is a file from which pieces may be inserted.
  mutating func mutate(with other: [UInt8], _ random: inout Random) {
    let (start, end) = stretch(&random)
    switch random.pick(Mutation.allCases) {
    case .hostileField:
      guard !fields.isEmpty else { return }
      set(random.pick(fields), to: nearOrHostile(&random))
    case .hostileNumber:
      let field = Field(
        place: random.below(bytes.count), width: 1 << random.below(4),
        isBigEndian: random.chance(of: 2))
      set(field, to: nearOrHostile(&random))
    case .truncation: bytes.removeLast(bytes.count - random.below(bytes.count + 1))
    case .rubbish: bytes += random.bytes(1 + random.below(40))
    case .flips:
      guard !bytes.isEmpty else { return }
      for _ in 0...random.below(8) { bytes[random.below(bytes.count)] ^= 1 << random.below(8) }
    case .splice:
      let source = other.isEmpty ? bytes : other
      let from = random.below(source.count)
      let piece = source[from..<min(source.count, from + 1 + random.below(64))]
      bytes.replaceSubrange(start..<(random.chance(of: 2) ? start : end), with: piece)
    case .deletion: bytes.removeSubrange(start..<end)
    case .repetition: bytes.insert(contentsOf: bytes[start..<end], at: end)
    case .fill:
      let value = random.pick([0, 0x20, 0x7F, 0x80, 0xFF] as [UInt8])
      for place in start..<end { bytes[place] = value }
    }
  }

  private func stretch(_ random: inout Random) -> (start: Int, end: Int) {
    let start = random.below(bytes.count)
    let most = random.chance(of: 4) ? bytes.count : 16
    return (start, min(bytes.count, start + 1 + random.below(most)))
  }

  /// A hostile number, or the length of the file plus or minus a little.
  private func nearOrHostile(_ random: inout Random) -> UInt64 {
    guard random.chance(of: 4) else { return HostileNumbers.draw(&random) }
    return UInt64(truncatingIfNeeded: bytes.count + random.below(40) - 20)
  }
}
