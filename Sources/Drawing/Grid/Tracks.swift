/// The tracks on which lines run in a slot, so that no two lie on each other.
///
/// Pieces of lines from one item share a track. Of pieces that overlap, the longer one runs farther out: from
/// the left in a slot whose lines come from the left, from the right in one whose lines come from there.
struct Tracks {
  /// A straight piece of one line, in one slot.
  struct Piece {
    let slot: Int
    var range: ClosedRange<Int>
    /// The item from which it comes.
    let from: Int
    /// Where the line goes at its two ends, added up: below 0 to the left, above 0 to the right.
    var side: Int
  }

  /// How many tracks there are in each slot: from its beginning, in its middle, and from its end.
  private(set) var counts: [[Int]]
  private var merged: [[(piece: Piece, group: Int, track: Int)]]

  /// - Parameter nests: whether longer pieces run outside of all shorter ones, not only beside them.
  init(_ pieces: [Piece], slots: Int, nests: Bool) {
    merged = Array(repeating: [], count: slots)
    for piece in pieces.sorted(by: {
      ($0.slot, $0.range.lowerBound) < ($1.slot, $1.range.lowerBound)
    }) {
      let known = merged[piece.slot].lastIndex {
        $0.piece.from == piece.from && $0.piece.range.overlaps(piece.range)
      }
      if let known {
        let range = merged[piece.slot][known].piece.range
        merged[piece.slot][known].piece.range =
          range.lowerBound...max(range.upperBound, piece.range.upperBound)
        merged[piece.slot][known].piece.side += piece.side
      } else {
        merged[piece.slot].append((piece, 0, 0))
      }
    }
    counts = Array(repeating: [0, 0, 0], count: slots)
    for slot in merged.indices where !merged[slot].isEmpty { assign(slot, nests) }
  }

  private mutating func assign(_ slot: Int, _ nests: Bool) {
    var done: [Int] = []
    let order = merged[slot].indices.sorted {
      (merged[slot][$0].piece.range.count, $0) < (merged[slot][$1].piece.range.count, $1)
    }
    for number in order {
      let piece = merged[slot][number].piece
      let group = piece.side < 0 ? 0 : piece.side > 0 ? 2 : 1
      let taken = done.filter {
        merged[slot][$0].group == group && merged[slot][$0].piece.range.overlaps(piece.range)
      }.map { merged[slot][$0].track }
      let track =
        nests ? (taken.max() ?? -1) + 1 : (0...).first { !taken.contains($0) }!
      (merged[slot][number].group, merged[slot][number].track) = (group, track)
      counts[slot][group] = max(counts[slot][group], track + 1)
      done.append(number)
    }
  }

  func count(_ slot: Int) -> Int { counts[slot].reduce(0, +) }

  /// The number of the track of a line in a slot, counted from the beginning of the slot.
  func number(_ slot: Int, from item: Int, at place: Int) -> Int {
    let found = merged[slot].first { $0.piece.from == item && $0.piece.range.contains(place) }!
    switch found.group {
    case 0: return found.track
    case 1: return counts[slot][0] + found.track
    default: return counts[slot][0] + counts[slot][1] + counts[slot][2] - 1 - found.track
    }
  }
}

extension GridRoute {
  /// Its pieces along the flow and across it, without those in rows and columns.
  func pieces(_ grid: Grid) -> (along: [Tracks.Piece], across: [Tracks.Piece]) {
    var pieces: (along: [Tracks.Piece], across: [Tracks.Piece]) = ([], [])
    let points = [start] + corners + [end]
    let from = grid.net.links[link].from
    for (i, (a, b)) in zip(points, points.dropFirst()).enumerated() {
      let (before, after) = (points[max(0, i - 1)], points[min(i + 2, points.count - 1)])
      if i % 2 == 0, grid.across.kinds[a.x].hasTracks {
        let side = (before.x - a.x).signum() + (after.x - b.x).signum()
        pieces.along.append(.init(slot: a.x, range: a.y...b.y, from: from, side: side))
      } else if i % 2 == 1, grid.along.kinds[a.y].hasTracks {
        pieces.across.append(
          .init(slot: a.y, range: min(a.x, b.x)...max(a.x, b.x), from: from, side: -1))
      }
    }
    return pieces
  }
}
