import Autograd
import Kernels

/// What each net has listed as its parameters: what an optimizer was given, most likely.
///
/// A pass that uses another one would not train it. So the first call of a net lists them, unless somebody
/// has done so before, and every call compares.
enum Listings {
  private struct Listing {
    weak var net: (any Layer)?
    let parameters: Set<ObjectIdentifier>
  }

  nonisolated(unsafe) private static var listings: [ObjectIdentifier: Listing] = [:]
  private static let lock = Lock()

  /// The parameters that were listed last; `nil` if none were.
  static func last(of net: any Layer) -> Set<ObjectIdentifier>? {
    lock.around {
      // Another net may have lived at the same address.
      listings[ObjectIdentifier(net)].flatMap { $0.net === net ? $0.parameters : nil }
    }
  }

  /// Lists them now.
  static func list(_ net: any Layer) -> Set<ObjectIdentifier> {
    note(net.listedParameters.map(\.parameter), of: net)
  }

  @discardableResult
  static func note(_ parameters: [Parameter], of net: any Layer) -> Set<ObjectIdentifier> {
    let listed = Set(parameters.map(ObjectIdentifier.init))
    lock.around {
      if listings.count >= 1000 { listings = listings.filter { $0.value.net != nil } }
      listings[ObjectIdentifier(net)] = Listing(net: net, parameters: listed)
    }
    return listed
  }
}

extension Layer {
  /// Stops the program if a parameter that this net used would not be trained or saved.
  func requireUse(in pass: Pass, of listed: Set<ObjectIdentifier>, isTraining: Bool) {
    if let sentence = problem(of: pass, listed: listed, isTraining: isTraining) { stop(sentence) }
  }

  /// What is wrong with the parameters that a pass of this net used.
  func problem(of pass: Pass, listed: Set<ObjectIdentifier>, isTraining: Bool) -> String? {
    let net = "\(type(of: self))"
    if let use = pass.used.first(where: { !listed.contains(ObjectIdentifier($0.parameter)) }) {
      let isFound = listedParameters.contains { $0.parameter === use.parameter }
      if !isFound {
        return
          "\(net): it uses \(name(of: use)), which is not among its parameters, so it would be neither trained nor saved; make it a stored property: closures and globals are not searched"
      }
      if isTraining {
        return
          "\(net): it uses \(name(of: use)), which did not exist when its parameters were listed, so an optimizer made before does not train it; list them again, and make the optimizer anew"
      }
    }
    guard isTraining else { return nil }
    let used = Set(pass.used.map { ObjectIdentifier($0.parameter) })
    let unused = pass.read.first { use in
      !used.contains(ObjectIdentifier(use.parameter))
        && (use.layer as? any Layer).map(ownParameters)?.contains { $0.parameter === use.parameter }
          == true
    }
    return unused.map {
      "\(net): \(name(of: $0)) is used by its value, which is on no tape, so it has no gradient and is not trained; write weight.on(x.tape), and if it is to stay as it is weight.on(x.tape).detached"
    }
  }
}

/// Such as `weight [10, 64] of Linear`.
private func name(of use: Pass.Use) -> String {
  let own = (use.layer as? any Layer).map(ownParameters)?.first { $0.parameter === use.parameter }
  return "\(own?.name ?? "a parameter") \(use.parameter.value.shape) of \(type(of: use.layer))"
}
