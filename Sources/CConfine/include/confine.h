// What a process gives up before it runs a program that it does not trust.
#ifndef CONFINE_H
#define CONFINE_H

// Processes whose parent ends become children of this one, whatever group or session they are in.
int confine_adopt_orphans(void);

// From here on this process and its children change files in `folder` only, and signal only each other.
// Returns 0, or another number where the system cannot do that (Linux before 5.13, some containers).
int confine_to_folder(const char *folder);

// Limits of address space, of files, and of processor time; no core files. It ends with its parent.
int confine_resources(unsigned long bytes, unsigned long file_bytes, unsigned long seconds);

#endif
