/// What a page about a net opens and closes: stem, stages, blocks and head, or layers inside of layers.
indirect enum PageTree {
  case operation(Int)
  case group(Group)

  struct Group {
    /// How the page's address names it: `s2b1`, or the layer's path.
    let id: String
    let title, note: String
    /// What the code calls it.
    let path: String
    let parameters: Int
    let children: [PageTree]
  }
}

extension Graph {
  /// The operations and groups of the net, in order.
  func pageTree(_ words: Words) -> [PageTree] {
    PageTreeMaker(graph: self, words: words).trees()
  }
}
