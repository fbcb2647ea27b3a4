internal import Cgraphviz

/// Numbers the parts of a graph in the order in which they are made.
///
/// The library sorts frames by their numbers, and on its own it takes for a number the address of a
/// name: the same figure would come out differently from run to run. Saying 0 for a part that has a
/// name sends it to its own table of names, where a number comes from here. The library keeps both
/// pointers, so what they point at is never given back.
nonisolated(unsafe) let countingNumbers: UnsafeMutablePointer<Agdisc_t> = {
  let numbers = UnsafeMutablePointer<Agiddisc_t>.allocate(capacity: 1)
  numbers.initialize(
    to: Agiddisc_t(
      open: { _, _ in nil },
      map: { _, _, name, number, create in
        guard name == nil, create != 0, let number else { return 0 }
        number.pointee = next
        next += 2  // edges have odd numbers of their own
        return 1
      },
      alloc: { _, _, _ in 0 }, free: { _, _, _ in }, print: { _, _, _ in nil },
      close: { _ in }, idregister: { _, _, _ in }))
  let all = UnsafeMutablePointer<Agdisc_t>.allocate(capacity: 1)
  all.initialize(to: Agdisc_t(mem: nil, id: numbers, io: nil))
  return all
}()

/// Touched only under the lock of `Graphviz`.
nonisolated(unsafe) private var next: UInt64 = 1
