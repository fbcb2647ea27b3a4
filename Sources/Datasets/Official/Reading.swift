/// How an official set is read from its files.
extension Dataset {
  /// - Throws: `SentenceError`, also if a file is one of another set or another part.
  init(_ set: OfficialSet, _ files: FoundFiles) throws {
    let contents = try zip(set.files, files.paths).map { try Content(of: $0, at: $1) }
    let remark = try set.remark(on: contents)
    func images(_ images: Content, _ labels: Content) throws -> LabeledImages {
      try LabeledImages(
        images: images.file, labels: labels.file, classNames: set.classNames,
        side: OfficialSet.side)
    }
    self.init(
      name: set.title, training: try images(contents[0], contents[1]),
      test: try images(contents[2], contents[3]), remark: remark)
  }
}
