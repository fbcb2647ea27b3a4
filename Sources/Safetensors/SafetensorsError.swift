/// What is wrong inside a header; whoever knows the file makes a sentence of it.
struct Flaw: Error, Equatable {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A name from a file, in quotes, short, and without what a terminal would obey.
func quoted(_ name: String) -> String {
  // Not so many characters: one of them may consist of thousands of marks.
  let few = String(String.UnicodeScalarView(name.unicodeScalars.prefix(80)))
  return (few.utf8.count == name.utf8.count ? name : few + "…").debugDescription
}
