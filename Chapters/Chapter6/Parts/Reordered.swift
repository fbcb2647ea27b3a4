import Autograd
import Chapter6Net
import Notebook

/// The blocks of a trained net in another order.
func reordered(_ study: Study, _ checks: inout Checks) {
  // If blocks do not depend on each other much, their order should matter little, too. We swap two blocks
  // of the same shapes, or several such pairs. How far the order is then from the net's own is measured by
  // **Kendall's τ**: of all pairs of blocks, the share that stand in the same order as before, minus the
  // share that do not. The net's own order has τ = 1, the reverse one −1.

  func kendall(_ order: [Int]) -> Double {
    let pairs = order.indices.flatMap { i in order[(i + 1)...].map { (order[i], $0) } }
    return pairs.reduce(0) { $0 + ($1.0 < $1.1 ? 1 : -1) } / Double(pairs.count)
  }

  func swapped(_ pairs: Int, in net: StackedNet, using random: inout Random) -> [Int] {
    var order = Array(net.blocks.indices)
    let half = order.count / 2  // the first block of the second stage stays where it is
    let stages = [0..<half, (half + 1)..<order.count]
    for _ in 0..<pairs {
      let stage = stages[random.number(below: 2)]
      let two = random.order(of: stage.count).prefix(2).map { stage.lowerBound + $0 }
      order.swapAt(two[0], two[1])
    }
    return order
  }

  let swaps = [1, 2, 4, 8, 16, 32]
  let orders = study.measure([study.residual], as: "orders") { net, seed in
    var random = Random(seed: seed)
    return swaps.map { pairs in
      let draws = (0..<5).map { _ in swapped(pairs, in: net, using: &random) }
      let errors = draws.map { order in
        study.error { net.classify(net.features(net.stem($0), order: order).last!) }
      }
      return Reordering(
        swaps: pairs, tau: Spread(draws.map(kendall)).mean, error: Spread(errors).mean)
    }
  }
  checks.expect("τ of the net's own order", got: kendall([0, 1, 2, 3]), 1)
  checks.expect("τ of the reverse order", got: kendall([3, 2, 1, 0]), -1)
  show(orderTable(orders, study))
  study.figures.show(orderChart(orders, study), as: "orders")
  study.expect(orders, study.recorded.orders, &checks) { $0.expectOrders($1) }

  // Here, too, the error grows smoothly with 1 − τ, as in the paper's figure 5b. But order matters more than
  // presence: one swap moves two blocks to where they were not trained, and may move one of the first.

  // slide: Blocks of a residual net can be swapped, and the error grows smoothly
  // show: figure orders
  // note: Kendall's τ: of all pairs of blocks, the share in the old order minus the share in the new.
  // say: The more pairs are swapped, the smaller τ, and the error grows with it: no cliff anywhere. Veit et al. 2016, figure 5b.
}
