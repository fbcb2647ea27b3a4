/// No reference at all: Embedded Swift has none that are weak, and a page draws no tape.
///
/// It stands in for `Autograd/Weak.swift`.
struct Weak<Object: AnyObject> {
  var object: Object? { nil }

  init(_ object: Object?) {}
}
