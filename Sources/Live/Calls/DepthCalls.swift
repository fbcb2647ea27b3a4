import Chapter4Net

// What a page asks of the nets of chapter 4.

/// What was counted last, for other widths of the same net.
nonisolated(unsafe) private var counted: (settings: [Int32], counts: DepthCounts)?

/// The depth of a net and the blocks of its stages, then a line for each part: its shape, its parameters and its
/// multiply-adds.
///
/// - Returns: how many bytes of text the answer has.
@_cdecl("depth_counts") public func depthCounts(
  layers: Int32, isNotebooks: Int32, width: Int32, side: Int32, inChannels: Int32, classes: Int32
) -> Int32 {
  guard let depth = Depth(rawValue: Int(layers)) else { return reply("") }
  let settings = [layers, isNotebooks, side, inChannels, classes]
  if counted?.settings != settings {
    let counts = DepthCounts(
      depth, isNotebooks: isNotebooks != 0, side: Int(side), inChannels: Int(inChannels),
      classes: Int(classes))
    counted = (settings, counts)
  }
  guard let counts = counted?.counts else { return reply("") }
  let lines = counts.parts(width: Int(width)).map {
    "\($0.shape)\t\($0.parameters)\t\($0.multiplyAdds)"
  }
  return reply((["\(counts.depth)\t\(depth.blocks)"] + lines).joined(separator: "\n"))
}
