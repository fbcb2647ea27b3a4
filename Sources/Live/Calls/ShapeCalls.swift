// What a page asks of the shape rules.

/// The shapes after an operation, or the engine's sentence.
///
/// Given are the four sizes of x, then `axes` sizes of the weight or of the second tensor.
///
/// - Returns: how many bytes of text the answer has.
@_cdecl("shape_steps") public func shapeSteps(
  operation: Int32, axes: Int32, kernelSize: Int32, stride: Int32, padding: Int32
) -> Int32 {
  guard let question = ShapeQuestion(rawValue: Int(operation)) else { return reply("") }
  let steps = question.steps(
    sizes(0..<4), sizes(4..<4 + Int(axes)), kernelSize: Int(kernelSize), stride: Int(stride),
    padding: Int(padding))
  return reply(steps.lines.joined(separator: "\n"))
}

/// The shapes of branch, shortcut and sum of a residual block, or the engine's sentence.
///
/// Given are the four sizes of x.
///
/// - Returns: how many bytes of text the answer has.
@_cdecl("block_steps") public func blockSteps(
  shortcut: Int32, outChannels: Int32, stride: Int32
) -> Int32 {
  guard let choice = ShortcutChoice(rawValue: Int(shortcut)) else { return reply("") }
  let steps = choice.steps(sizes(0..<4), outChannels: Int(outChannels), stride: Int(stride))
  return reply(steps.lines.joined(separator: "\n"))
}

/// - Returns: how many pixels there are; the answer has how many windows read each.
@_cdecl("window_reads") public func windowReads(
  height: Int32, width: Int32, kernelSize: Int32, stride: Int32, padding: Int32
) -> Int32 {
  reply(
    windowReads(
      height: Int(height), width: Int(width), kernelSize: Int(kernelSize), stride: Int(stride),
      padding: Int(padding)))
}

private func sizes(_ places: Range<Int>) -> [Int] { places.map { Int(given[$0]) } }
