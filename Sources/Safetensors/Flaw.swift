/// What is wrong with a header; the caller, which knows the file, makes a sentence of it.
struct Flaw: Error, Equatable {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A name from a file, in quotes, shortened, with control characters escaped.
func quoted(_ name: String) -> String {
  // Scalars, not characters: a character may have thousands of combining marks.
  let few = String(String.UnicodeScalarView(name.unicodeScalars.prefix(80)))
  return (few.utf8.count == name.utf8.count ? name : few + "…").debugDescription
}
