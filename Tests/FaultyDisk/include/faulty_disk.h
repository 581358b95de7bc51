// A disk for SQLite that loses what was not synced when the power fails, and whose operations can be made to fail.
//
// It is a VFS over SQLite's own: what is written stays in memory until xSync, as in a drive's or a kernel's cache. One
// disk a process; whoever uses it takes turns.
#ifndef FAULTY_DISK_H
#define FAULTY_DISK_H

enum faulty_operation { FAULTY_WRITE, FAULTY_SYNC, FAULTY_TRUNCATE, FAULTY_OPEN, FAULTY_OPERATIONS };

// Makes the VFS "faulty" known to SQLite; harmless when it is known already.
int faulty_disk_register(void);

// The power is on, nothing fails, and nothing has been counted.
void faulty_disk_reset(void);

// Lets the operation fail from its at-th time on (the first is 1) with an SQLite result code, for so many times.
void faulty_disk_fail(enum faulty_operation operation, int at, int times, int code);

// How often an operation was asked for since the reset.
int faulty_disk_count(enum faulty_operation operation);

// The power fails: of what was not synced, so many writes in a thousand have reached the disk, the last of them torn.
// Until the reset everything fails; handles that were open stay dead.
void faulty_disk_power_off(unsigned seed, int per_mille);

#endif
