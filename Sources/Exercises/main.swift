import ArgumentParser

/// Exercises about the chapters, which the engine itself checks.
struct Exercises: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercises",
    abstract: "Exercises that check themselves; shows the next one that is not passed.",
    discussion: """
      swift run exercises                   # what is next, and where to edit
      swift run exercises check             # have I solved it?
      swift run exercises --watch           # checks whenever the file is saved
      swift run exercises hint              # three hints, one at a time
      swift run exercises list              # all, with what is passed

      Your copies lie in the folder Exercises, which git ignores; edit them with whatever you like. A name is \
      that of the list, such as relu-gradient, or a number, such as 1.3.
      """,
    subcommands: [
      Next.self, Check.self, Hint.self, List.self, Reset.self, Solution.self, BookPage.self,
      Figures.self, Measure.self,
    ],
    defaultSubcommand: Next.self)
}

Exercises.main()
