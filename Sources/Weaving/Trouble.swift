import Foundation

/// Why a page cannot be made, as a sentence for the person at the terminal.
package struct Trouble: Error, CustomStringConvertible, LocalizedError {
  package let description: String
  package var errorDescription: String? { description }

  package init(_ sentence: String) { description = sentence }
}
