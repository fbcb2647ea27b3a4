import Plots

/// The lengths of a grid: those of a figure's purpose, and what a view wants otherwise.
struct GridMeasures {
  /// Between two boxes: with an arrow, and directly behind each other.
  var gap, tight: Double
  /// From a box to the first line beside it, and from one line to the next.
  var lane, track: Double
  /// The least distance between two columns: of towers, of what stands on a shortcut, and of panels.
  var towers = 26.0
  var aside = 14.0
  var panels = 44.0
  /// From the border of a frame to what is in it.
  var frame = 10.0
  /// Before the first place below a box where a line leaves, and from the last such place to the next box.
  var leave = 7.0
  var arrive = 14.0
  /// From a line that turns toward a box to that box.
  var turn = 18.0
  var noteHeight = 15.0
  /// Above a point of the path where a shortcut ends.
  var point = 6.0
  let sizes: Sizes

  init(_ sizes: Sizes) {
    self.sizes = sizes
    (gap, tight, lane, track) = (sizes.gap, sizes.tight, sizes.lane, sizes.track)
    noteHeight = sizes.note + 4
  }
}
