import Kernels

/// The filter transform of windows of three by three, and the transform of their gradient.
///
/// At each point of the Winograd domain they make a matrix: a row for each input channel, a column for each output channel,
/// `[25, C, O]`.
struct WinogradWindows {
  let inChannels, outChannels: Int

  /// `[O / 16, C / 16, 3, 3, 16, 16]`: sixteen output channels side by side.
  var arrangement: Arrangement { .blockedWindows([outChannels, inChannels, 3, 3]) }

  /// The filter transform of `w`, `[O, C, 3, 3]`.
  ///
  /// - Parameter rotated: whether each window is rotated by half a turn first.
  func transform(_ w: Buffer, rotated: Bool, into points: Buffer) {
    let w = w.arranged(arrangement)
    withExtendedLifetime((w, points)) {
      let (pw, pu) = (w.vectors, points.vectors)
      forEach { channel, block, plane in
        for i in 0..<9 {
          plane[i / 3, i % 3] = pw[place(of: rotated ? 8 - i : i, channel, block)]
        }
        plane.widen(Winograd.filterTransform)
        for point in 0..<25 {
          pu[(point * inChannels + channel) * blocks + block] = plane[point / 5, point % 5]
        }
      }
    }
  }

  /// The gradient of the windows, from that in the Winograd domain.
  func gradient(_ points: Buffer) -> Buffer {
    let dw = Buffer(arrangement)
    withExtendedLifetime((dw, points)) {
      let (pdw, pd) = (dw.vectors, points.vectors)
      forEach { channel, block, plane in
        for point in 0..<25 {
          plane[point / 5, point % 5] = pd[(point * inChannels + channel) * blocks + block]
        }
        plane.narrow(Winograd.filterGradientTransform)
        for i in 0..<9 { pdw[place(of: i, channel, block)] = plane[i / 3, i % 3] }
      }
    }
    return dw
  }

  private var blocks: Int { outChannels / 16 }

  /// Where number `i` of a window lies.
  @inline(__always) private func place(of i: Int, _ channel: Int, _ block: Int) -> Int {
    ((block * (inChannels / 16) + channel / 16) * 9 + i) * 16 + channel % 16
  }

  private func forEach(_ visit: (_ channel: Int, _ block: Int, WinogradPlane) -> Void) {
    forEachRun(of: inChannels, each: 25 * blocks) { run in
      WinogradPlane.with { plane in
        for channel in run { for block in 0..<blocks { visit(channel, block, plane) } }
      }
    }
  }
}
