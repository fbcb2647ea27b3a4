/// A net to be placed on a grid: its items, the links between them, and the frames around items.
///
/// Items are sorted topologically; those of one frame are consecutive.
struct GridNet {
  var items: [Item] = []
  var links: [Link] = []
  var frames: [Frame] = []

  /// A box, a circle, a text, or a point where a shortcut ends.
  struct Item {
    let id: String
    /// Its size on the page.
    var width, height: Double
    /// The innermost frame around it.
    var frame: Int?
    /// The figure it is part of, where several stand side by side on common rows.
    var panel = 0
    /// Whether it stands on a shortcut, beside what the shortcut goes around.
    var isAside = false
    /// Whether it follows its input directly, without an arrow.
    var isTight = false
    /// Its row, where something else than the longest path to it decides that.
    var row: Int?
    /// How wide the text is beside the line that leaves it; 0 without a text.
    var noteWidth = 0.0
    /// Whether it is a mere point of the path.
    var isPoint: Bool { width == 0 }
  }

  /// From an item to another one that takes its result as an input.
  struct Link {
    let from, to: Int
    /// Whether it is part of a shortcut.
    var isShortcut = false
    var isDashed = false
    /// The text in the middle of its line.
    var word: String?
  }

  struct Frame {
    /// The frame around it.
    var parent: Int?
    /// The size of its title.
    var titleWidth = 0.0
    var titleHeight = 0.0
  }

  /// The frames around an item, the innermost first.
  func frames(around item: Int) -> [Int] {
    Array(
      sequence(state: items[item].frame) { next in
        defer { next = next.flatMap { frames[$0].parent } }
        return next
      })
  }

  /// Removes frames; what is in them stays.
  mutating func remove(_ gone: Set<Int>) {
    func kept(_ frame: Int?) -> Int? {
      var next = frame
      while let here = next, gone.contains(here) { next = frames[here].parent }
      return next
    }
    let left = frames.indices.filter { !gone.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: left.enumerated().map { ($1, $0) })
    for i in items.indices { items[i].frame = kept(items[i].frame).map { places[$0]! } }
    frames = left.map { old in
      var frame = frames[old]
      frame.parent = kept(frame.parent).map { places[$0]! }
      return frame
    }
  }

  /// How many frames there are around this one, itself included.
  func depth(of frame: Int) -> Int {
    var (depth, next) = (1, frames[frame].parent)
    while let parent = next { (depth, next) = (depth + 1, frames[parent].parent) }
    return depth
  }
}
