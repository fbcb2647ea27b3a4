import Kernels

/// What an optimizer remembers of a weight, before this step and after it: memory to read and memory to
/// fill.
///
/// The two are one, written over, unless somebody else holds `memory`. No memory stands for zeros.
func renewed(_ memory: inout Buffer?, like dw: Buffer) -> (before: Buffer, after: Buffer) {
  let isOurs = isKnownUniquelyReferenced(&memory)
  let before = memory?.arranged(like: dw) ?? .zeros(like: dw)
  return (before, isOurs ? before : Buffer(like: dw))
}
