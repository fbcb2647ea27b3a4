import Foundation

/// What a reader does in a page, and what is then there.
extension Browser {
  /// The value of an expression, or of the promise that it is.
  public func evaluate(_ script: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate",
      ["expression": script, "awaitPromise": true, "returnByValue": true, "userGesture": true])
    if let details = answer["exceptionDetails"] as? [String: Any] {
      let exception = details["exception"] as? [String: Any]
      throw Trouble(description: "\(script): \(exception?["description"] ?? details)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// A text, such as that of an element.
  public func text(_ script: String) throws -> String { try evaluate(script) as? String ?? "" }
  /// A number.
  public func number(_ script: String) throws -> Double { try evaluate(script) as? Double ?? .nan }
  /// Numbers: an array, or what `Array.from` makes one of.
  public func numbers(_ script: String) throws -> [Double] {
    try evaluate("(async () => Array.from(await (\(script))))()") as? [Double] ?? []
  }

  /// Waits until an expression holds.
  public func wait(for script: String, seconds: Double = 60) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while try evaluate("!!(\(script))") as? Bool != true {
      if Date() > end { throw Trouble(description: "waited in vain for \(script); \(errors)") }
      Thread.sleep(forTimeInterval: 0.03)
    }
  }

  /// The middle of an element, which is scrolled into view; `script` is an expression or a selector.
  private func box(_ selector: String) throws -> (x: Double, y: Double, w: Double, h: Double) {
    let box = try numbers(
      """
      (() => { const e = document.querySelector(\(quoted(selector)));
        if (!e) throw new Error("there is no " + \(quoted(selector)));
        e.scrollIntoView({ block: "center", behavior: "instant" });
        const b = e.getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; })()
      """)
    return (box[0], box[1], box[2], box[3])
  }

  /// Presses the mouse, or a finger, on the middle of an element.
  public func click(_ selector: String) throws {
    try drag(selector, along: [(0.5, 0.5)])
  }

  /// Moves the mouse with its button down along points of an element, from (0, 0) at its left upper corner to (1, 1).
  public func drag(_ selector: String, along points: [(x: Double, y: Double)]) throws {
    let box = try box(selector)
    let at = points.map { (box.x + $0.x * box.w, box.y + $0.y * box.h) }
    try mouse("mouseMoved", at[0], buttons: 0)
    try mouse("mousePressed", at[0], buttons: 1)
    for point in at.dropFirst() { try mouse("mouseMoved", point, buttons: 1) }
    try mouse("mouseReleased", at.last!, buttons: 0)
  }

  /// The same with a finger.
  public func swipe(_ selector: String, along points: [(x: Double, y: Double)]) throws {
    let box = try box(selector)
    for (i, point) in points.enumerated() {
      let at = ["x": box.x + point.x * box.w, "y": box.y + point.y * box.h]
      try send(
        "Input.dispatchTouchEvent",
        ["type": i == 0 ? "touchStart" : "touchMove", "touchPoints": [at]])
    }
    try send("Input.dispatchTouchEvent", ["type": "touchEnd", "touchPoints": [Any]()])
  }

  private func mouse(_ kind: String, _ at: (Double, Double), buttons: Int) throws {
    try send(
      "Input.dispatchMouseEvent",
      [
        "type": kind, "x": at.0, "y": at.1, "buttons": buttons, "clickCount": 1,
        "button": kind == "mouseMoved" && buttons == 0 ? "none" : "left",
      ])
  }

  /// Presses keys one after the other: `Tab`, `Enter`, ` `, `ArrowRight`, `Shift+Tab`, `7`.
  public func press(_ keys: String...) throws {
    for name in keys {
      let shift = name.hasPrefix("Shift+")
      let key = shift ? String(name.dropFirst(6)) : name
      let codes = [
        "Tab": 9, "Enter": 13, " ": 32, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowUp": 38,
        "ArrowRight": 39, "ArrowDown": 40, "Backspace": 8,
      ]
      let text = key == "Enter" ? "\r" : key.count == 1 ? key : ""
      var event: [String: Any] = [
        "type": text.isEmpty ? "rawKeyDown" : "keyDown", "key": key, "modifiers": shift ? 8 : 0,
        "windowsVirtualKeyCode": codes[key] ?? Int(key.uppercased().utf8.first!),
        "code": key == " " ? "Space" : key,
      ]
      if !text.isEmpty { event["text"] = text }
      try send("Input.dispatchKeyEvent", event)
      event["type"] = "keyUp"
      try send("Input.dispatchKeyEvent", event)
    }
  }

  /// A picture of an element as PNG.
  public func picture(of selector: String) throws -> Data {
    _ = try evaluate(
      "document.querySelector('.bar')?.style.setProperty('position', 'static'); document.activeElement.blur()"
    )
    _ = try box(selector)
    Thread.sleep(forTimeInterval: 0.3)
    let box = try box(selector)
    let scroll = try numbers("[scrollX, scrollY]")
    let clip: [String: Any] = [
      "x": box.x + scroll[0] - 8, "y": box.y + scroll[1] - 8, "width": box.w + 16,
      "height": box.h + 16, "scale": 1,
    ]
    let answer = try send(
      "Page.captureScreenshot", ["clip": clip, "captureBeyondViewport": true])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
