extension Collection {
  /// The same elements, with a bar that advances as they are used up.
  ///
  ///     for batch in batches.metered("epoch 1") { … }
  public func metered(_ name: String) -> Metered<Self> {
    Metered(base: self, name: name)
  }
}

/// A loop with a bar beside it; leaving it early leaves the bar where it was.
public struct Metered<Base: Collection>: Sequence {
  let base: Base
  let name: String

  public func makeIterator() -> Iterator {
    Iterator(meter: Meter(name, total: base.count), inner: base.makeIterator())
  }

  public struct Iterator: IteratorProtocol {
    let meter: Meter
    var inner: Base.Iterator
    private var hasBegun = false

    init(meter: Meter, inner: Base.Iterator) {
      (self.meter, self.inner) = (meter, inner)
    }

    public mutating func next() -> Base.Element? {
      // Asking for an element says that the one before it has been dealt with.
      if hasBegun { meter.advance() }
      hasBegun = true
      return inner.next()
    }
  }
}
