import Glibc

/// Whether a name ends as a page's does within a folder. A file that is given itself may end as it likes.
package func isCalledAsPage(_ name: UnsafePointer<CChar>) -> Bool {
  let length = strlen(name)
  return ([".txt", ".md", ".html", ".htm"] as [String]).contains { ending in
    length >= ending.utf8.count && strcasecmp(name + (length - ending.utf8.count), ending) == 0
  }
}
