import Autograd
import Notebook

/// The height of branch and shortcut for sizes that a stride does not divide.
func oddSizes(_ checks: inout Checks) {
  // Five pixels with stride 2: is that two or three? Branch and shortcut must agree. The 3 × 3 windows with
  // padding 1 are centered on pixels 0, s, 2s, …; the 1 × 1 windows are these very pixels. So both return
  // ⌈H / s⌉.

  heading(
    "Odd sizes",
    "Branch and shortcut must agree.")
  var sizes = Table("stride", "height in", "branch", "shortcut", "⌈H / s⌉")
  var allAgree = true
  for stride in 1...2 {
    for height in 5...9 {
      let x = [1, 1, height, height]
      let branch = orExit { try Shapes.conv2D(x, [1, 1, 3, 3], stride: stride, padding: 1) }[2]
      let shortcut = orExit { try Shapes.conv2D(x, [1, 1, 1, 1], stride: stride) }[2]
      let ceiling = (height + stride - 1) / stride
      sizes.add(stride, height, branch, shortcut, ceiling)
      allAgree = allAgree && branch == shortcut && shortcut == ceiling
    }
  }
  show(sizes)
  checks.expect("branch and shortcut agree at every size", allAgree)

  // The rule that was asked here, `Shapes.conv2D`, is the one that the operation asks before it computes.
  // Try it and those of other operations: where does a window go, which pixels does it never read, and which
  // shortcut fits a residual block?
  //
  // lab: shapes
}
