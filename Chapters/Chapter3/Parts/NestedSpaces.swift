import Autograd
import Notebook
import Plots

/// The functions that nets of one, two and three layers can compute, plain and residual.
func nestedSpaces(_ figures: Figures, _ checks: inout Checks) {
  // The functions that a net can compute, one for each choice of its weights, are its solution space;
  // training looks for the best of them. Does a deeper net have a larger one? Even if it is larger, it need
  // not contain the smaller one. Only if the spaces are nested, each inside the next, can a deeper net do
  // all that the shallower one can. If an added layer can be the identity, they are.
  //
  // The spaces of the smallest nets can be drawn. A layer is one number in, one number out:
  // $f(x) = \tanh(wx + b)$ if it is plain, $f(x) = x + \tanh(wx + b)$ if it has a shortcut. A net of such
  // layers is tried at two inputs, −1 and 1; its two answers are a point in the plane. So that the spaces
  // have an edge, $w$ and $b$ are from −1 to 1, and of these five each: 25 layers, 625 nets of two, 15,625
  // of three.

  heading(
    "Nested solution spaces",
    "Only if the spaces are nested, each inside the next, can a deeper net do all that the shallower one "
      + "can.")
  let steps: [Float] = [-1, -0.5, 0, 0.5, 1]
  let w = Tensor(steps.flatMap { w in steps.map { _ in w } }, shape: [1, 25, 1])
  let b = Tensor(steps.flatMap { _ in steps }, shape: [1, 25, 1])

  /// All nets of `depth` layers at both inputs: `[25^depth, 2]`.
  func space(depth: Int, hasShortcut: Bool) -> Tensor {
    var y = Tensor([-1, 1], shape: [1, 2])
    for _ in 0..<depth {
      let x = y.reshaped([y.shape[0], 1, 2]).broadcast(to: [y.shape[0], 25, 2])
      let f = tanh(w * x + b)
      y = (hasShortcut ? x + f : f).reshaped([y.shape[0] * 25, 2])
    }
    return y
  }

  for (name, title, hasShortcut) in [
    ("spaces-plain", "Plain layers: what three can, one cannot, and the reverse", false),
    ("spaces-residual", "Residual layers: each space holds the one before", true),
  ] {
    let spaces = (1...3).map { points(space(depth: $0, hasShortcut: hasShortcut)) }
    figures.show(outlines(title, spaces), as: name)
    show("nets of one, two and three layers:", spaces.map(\.count))
    let kept = count(of: spaces[0], in: spaces[1])
    show("functions of one layer that two can compute:", kept, "of", spaces[0].count)
    checks.expect(
      "\(hasShortcut ? "residual" : "plain") nets of two layers", got: kept, hasShortcut ? 25 : 5)
  }

  // Each line is the outline of the points. The plain spaces are not nested: a second layer changes what the
  // first one found, and of the 25 functions of one layer only the five constants are left. One layer can
  // keep the two inputs 1.52 apart, two layers only 1.28. With shortcuts all 25 remain, since the second
  // layer can be zero: $w = b = 0$ adds nothing. So adding a layer never takes a solution away.
  //
  // With larger weights a plain layer comes near the identity, too. But it would have to learn that, and its
  // weights begin elsewhere. The pre-activation notebook opens with this argument: if the new layers can be
  // trained to the identity $f(x) = x$, the deeper net is as good. He et al. 2015 (section 3.1) turn it
  // around: make the identity what a layer begins near.

  // slide: Of {all} functions of one plain layer, two layers can compute only {kept}
  // number: kept = ✓ plain nets of two layers got …
  // number: all = functions of one layer that two can compute: 5 of …
  // show: figure spaces-plain
  // say: A layer is tanh(w x + b), one number in, one out. A net is tried at −1 and at 1; its two answers are a point. The
  //   outlines cross: a deeper plain net can do other things, not more things.

  // slide: With shortcuts each space holds the one before
  // show: figure spaces-residual
  // say: The same with x + tanh(w x + b). A new layer with weights of zero adds nothing, so no solution is lost. This is what
  //   nested function classes mean.

  let reach = [1, 2].map { depth in
    points(space(depth: depth, hasShortcut: false)).map { abs($0.y - $0.x) }.max()!
  }
  checks.expect("one plain layer keeps −1 and 1 apart by 2 tanh 1", abs(reach[0] - 1.5232) < 1e-4)
  checks.expect("two by less, 2 tanh tanh 1", abs(reach[1] - 1.2840) < 1e-4)
}
