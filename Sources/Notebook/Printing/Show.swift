/// Prints a confusion table: a row for each true class, a column for each answer.
public func show(_ confusion: ConfusionTable) {
  printLines(confusion.text(.standardOutput))
}

/// Prints images side by side, as wide as the terminal allows, with their captions below.
public func show(_ images: [GrayImage]) {
  printLines(gallery(images, .standardOutput))
}
